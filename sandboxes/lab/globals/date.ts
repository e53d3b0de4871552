import { freezeWhole } from '#world/freeze-whole.ts';

/** Monday morning: the time at which every play begins. */
export const EPOCH_MS = Date.UTC(2026, 0, 5, 9);

/**
 * `Date` for one process: it asks the simulated clock, and it lives in UTC, since the time zone and the language of the
 * machine underneath must not show.
 */
export function dateWith(nowMs: () => number): DateConstructor {
  function SimulatedDate(...args: unknown[]): Date | string {
    if (!new.target) return utc(new Date(nowMs()));
    return Reflect.construct(UtcDate, [timeOf(args, nowMs)], new.target) as Date;
  }
  SimulatedDate.prototype = UTC_PROTOTYPE;
  SimulatedDate.now = nowMs;
  SimulatedDate.parse = parsed;
  SimulatedDate.UTC = Date.UTC;
  return SimulatedDate as unknown as DateConstructor;
}

function timeOf(args: readonly unknown[], nowMs: () => number): number {
  if (args.length === 0) return nowMs();
  if (args.length > 1) return Date.UTC(...(args.map(Number) as [number, number]));
  const [value] = args;
  if (value instanceof Date) return value.getTime();
  return typeof value === 'string' ? parsed(value) : Number(value);
}

/** Text without a time zone would be read as local time. */
function parsed(text: string): number {
  if (/(?:[zZ]|[+-]\d{2}:?\d{2}|GMT|UTC)\)?$/.test(text.trim())) return Date.parse(text);
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}.*)$/.exec(text.trim()) ?? [];
  if (day !== undefined) return Date.parse(`${day}T${time}Z`);
  const asUtc = Date.parse(`${text} UTC`);
  return Number.isNaN(asUtc) ? Date.parse(text) : asUtc;
}
freezeWhole(parsed);

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');
const dayOf = (date: Date) =>
  `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${two(date.getUTCDate())} ${date.getUTCFullYear()}`;
const timeOfDay = (date: Date) =>
  `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
const utc = (date: Date) =>
  Number.isNaN(date.getTime())
    ? 'Invalid Date'
    : `${dayOf(date)} ${timeOfDay(date)} GMT+0000 (Coordinated Universal Time)`;

/** Everything that would ask for the machine's time zone or language. Shared by all processes, so nobody may change it. */
class UtcDate extends Date {
  /** Without a time to show it would tell the real one. */
  constructor(ms: number) {
    super(ms);
  }
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
  override getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }
  override setFullYear(year: number, ...rest: [number?, number?]): number {
    return this.setUTCFullYear(...([year, ...rest] as [number]));
  }
  override setMonth(month: number, ...rest: [number?]): number {
    return this.setUTCMonth(...([month, ...rest] as [number]));
  }
  override setDate(day: number): number {
    return this.setUTCDate(day);
  }
  override setHours(hours: number, ...rest: [number?, number?, number?]): number {
    return this.setUTCHours(...([hours, ...rest] as [number]));
  }
  override setMinutes(minutes: number, ...rest: [number?, number?]): number {
    return this.setUTCMinutes(...([minutes, ...rest] as [number]));
  }
  override setSeconds(seconds: number, ...rest: [number?]): number {
    return this.setUTCSeconds(...([seconds, ...rest] as [number]));
  }
  override setMilliseconds(ms: number): number {
    return this.setUTCMilliseconds(ms);
  }
  override getTimezoneOffset(): number {
    return 0;
  }
  override toString(): string {
    return utc(this);
  }
  override toDateString(): string {
    return dayOf(this);
  }
  override toTimeString(): string {
    return `${timeOfDay(this)} GMT+0000 (Coordinated Universal Time)`;
  }
  override toLocaleString(): string {
    return `${this.toLocaleDateString()}, ${this.toLocaleTimeString()}`;
  }
  override toLocaleDateString(): string {
    return `${this.getUTCMonth() + 1}/${this.getUTCDate()}/${this.getUTCFullYear()}`;
  }
  override toLocaleTimeString(): string {
    return `${this.getUTCHours() % 12 || 12}:${two(this.getUTCMinutes())}:${two(this.getUTCSeconds())} ${this.getUTCHours() < 12 ? 'AM' : 'PM'}`;
  }
}
freezeWhole(UtcDate);
const UTC_PROTOTYPE = UtcDate.prototype as unknown as Date;
