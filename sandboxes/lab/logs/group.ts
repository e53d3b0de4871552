import type { Handler, LogRecord } from 'lab';
import type { Place } from 'lab/authoring';
import type { Life } from '#processes/life.ts';

export interface Member {
  readonly life: Life;
  readonly handler: Handler<unknown, LogRecord>;
  readonly commitsOnDelivery: boolean;
  readonly from: 'earliest' | 'latest';
  /** Where it subscribed. */
  readonly place: Place | undefined;
}

/** A member's hold on one partition. When the partition goes to somebody else, this one is void: what it still does is fenced off. */
export interface Hold {
  readonly member: Member;
  readonly partition: number;
  /** It has read everything and waits for the record at this offset. */
  waitsAt: number | undefined;
}

/** A consumer group: its members share the partitions of one log, and each partition has one position. */
export class Group {
  readonly log: string;
  readonly name: string;
  readonly holds: (Hold | undefined)[];
  members: Member[] = [];
  /** The next offset to read, by partition; undefined until somebody commits. */
  readonly committed: (number | undefined)[];

  constructor(log: string, name: string, partitions: number) {
    this.log = log;
    this.name = name;
    this.holds = Array.from({ length: partitions }, () => undefined);
    this.committed = Array.from({ length: partitions }, () => undefined);
  }

  /** The partitions of a member: dealt out in turns. */
  partitionsOf(member: Member): number[] {
    const turn = this.members.indexOf(member);
    return this.holds.flatMap((_, partition) => (partition % this.members.length === turn ? [partition] : []));
  }

  /** Gives each partition to the member whose turn it is; who keeps one goes on undisturbed. Returns the new holds. */
  rebalance(): Hold[] {
    const taken: Hold[] = [];
    for (const member of this.members) {
      for (const partition of this.partitionsOf(member)) {
        if (this.holds[partition]?.member === member) continue;
        const hold: Hold = { member, partition, waitsAt: undefined };
        this.holds[partition] = hold;
        taken.push(hold);
      }
    }
    if (this.members.length === 0) this.letGo();
    return taken;
  }

  letGo(): void {
    this.holds.fill(undefined);
  }

  isHeldBy(hold: Hold): boolean {
    return this.holds[hold.partition] === hold;
  }
}
