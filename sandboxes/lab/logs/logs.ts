import type { GroupOptions } from 'lab';
import type { Place, Who } from 'lab/authoring';
import { copy } from '#network/json.ts';
import type { Life } from '#processes/life.ts';
import { describe } from '#world/failure.ts';
import { LATENCY, RETRY_MS } from '#world/latency.ts';
import type { World } from '#world/world.ts';
import { Group, type Hold, type Member } from './group.ts';

interface Stored {
  readonly message: number;
  readonly key: string | null;
  readonly body: unknown;
}

/**
 * Kafka's shape: retained partitions, groups that share them, and one position for each group and partition. A partition
 * is read one record at a time; it goes on when the handler has returned and the offset is committed.
 */
export class Logs {
  readonly #world: World;
  readonly #logs: ReadonlyMap<string, Stored[][]>;
  readonly #groups = new Map<string, Group>();
  #isDown = false;
  #turn = 0;

  constructor(world: World, logs: Readonly<Record<string, { readonly partitions: number }>>) {
    this.#world = world;
    this.#logs = new Map(
      Object.entries(logs).map(([name, { partitions }]) => [name, Array.from({ length: partitions }, () => [])]),
    );
  }

  has(name: string): boolean {
    return this.#logs.has(name);
  }

  /** The key decides the partition, so that what has one key keeps its order; without one, partitions take turns. */
  append(who: Who, log: string, message: number, key: string | null, body: unknown, point?: string): void {
    const partitions = this.#logs.get(log)!;
    const partition = (key === null ? this.#turn++ : hash(key)) % partitions.length;
    const records = partitions[partition]!;
    this.#world.record({ kind: 'appended', message, log, partition, offset: records.length, key, body, ...who }, point);
    records.push({ message, key, body });
    for (const group of this.#groups.values()) if (group.log === log) this.#wake(group, partition);
  }

  join(
    life: Life,
    log: string,
    { group: name, from = 'latest', commit }: GroupOptions,
    handler: Member['handler'],
    place: Place | undefined,
  ): void {
    const id = `${log}/${name}`;
    const group = this.#groups.get(id) ?? new Group(log, name, this.#logs.get(log)!.length);
    this.#groups.set(id, group);
    group.members.push({ life, handler, commitsOnDelivery: commit === 'on delivery', from, place });
    this.#rebalance(group);
  }

  /** The lab notices a dead member at once; Kafka after its session timeout. */
  disconnect(life: Life): void {
    for (const group of this.#groups.values()) {
      const left = group.members.filter((member) => member.life !== life);
      if (left.length === group.members.length) continue;
      group.members = left;
      if (!this.#isDown) this.#rebalance(group);
    }
  }

  /** Everybody loses their connection, and with it their partitions. */
  stop(): void {
    this.#isDown = true;
    for (const group of this.#groups.values()) group.letGo();
  }

  start(): void {
    this.#isDown = false;
    for (const group of this.#groups.values()) this.#rebalance(group);
  }

  #rebalance(group: Group): void {
    const taken = group.rebalance();
    for (const member of group.members) {
      this.#world.record({
        kind: 'assigned',
        group: group.name,
        log: group.log,
        partitions: group.partitionsOf(member),
        ...member.life.who,
      });
    }
    for (const hold of taken) {
      const earliest = hold.member.from === 'earliest' ? 0 : this.#records(group, hold).length;
      this.#read(group, hold, group.committed[hold.partition] ?? earliest);
    }
  }

  #records(group: Group, { partition }: Hold): Stored[] {
    return this.#logs.get(group.log)![partition]!;
  }

  #wake(group: Group, partition: number): void {
    const hold = group.holds[partition];
    if (hold?.waitsAt === undefined) return;
    const offset = hold.waitsAt;
    hold.waitsAt = undefined;
    this.#read(group, hold, offset);
  }

  #read(group: Group, hold: Hold, offset: number): void {
    if (!group.isHeldBy(hold)) return;
    const stored = this.#records(group, hold)[offset];
    if (!stored) {
      hold.waitsAt = offset;
      return;
    }
    const { life, place } = hold.member;
    this.#world.after(LATENCY.deliver, () => this.#handle(group, hold, offset, stored), life, undefined, place);
  }

  #handle(group: Group, hold: Hold, offset: number, { message, key, body }: Stored): void {
    if (!group.isHeldBy(hold)) return;
    const { log, name } = group;
    const { member, partition } = hold;
    const { handler } = member; // called by itself: as a method it would see the member as its `this`
    this.#world.record({ kind: 'read', group: name, log, partition, offset, message, ...member.life.who });
    const handle = async () => handler(copy(body), { topic: log, key, partition, offset });
    const commit = () => this.#commit(group, hold, offset);
    const done = member.commitsOnDelivery ? commit().then(handle) : handle().then(commit);
    void done.then(
      () => this.#read(group, hold, offset + 1),
      (error) => this.#failed(group, hold, offset, error),
    );
  }

  #commit(group: Group, hold: Hold, offset: number): Promise<void> {
    const { life, place } = hold.member;
    const happen = (point: string) => {
      if (!group.isHeldBy(hold)) return; // fenced: the partition has gone to another member
      group.committed[hold.partition] = offset + 1;
      const about = { group: group.name, log: group.log, partition: hold.partition, offset: offset + 1 };
      this.#world.record({ kind: 'offset committed', ...about, ...life.who }, point);
    };
    return this.#world.effect(life, 'offset', group.name, LATENCY.ack, happen, place);
  }

  /** Back to what the group has committed: the same record again, for ever, unless its offset got through. */
  #failed(group: Group, hold: Hold, offset: number, error: unknown): void {
    const { life } = hold.member;
    if (!life.alive) return;
    const text = `${group.log}/${hold.partition} at ${offset}: ${describe(error)}`;
    this.#world.record({ kind: 'logged', level: 'error', text, ...life.who }, undefined, this.#world.places?.of(error));
    const next = Math.max(offset, group.committed[hold.partition] ?? 0);
    this.#world.after(RETRY_MS, () => this.#read(group, hold, next), life);
  }
}

function hash(key: string): number {
  let state = 2166136261; // FNV-1a
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 16777619);
  return state >>> 0;
}
