/** What a record that came from outside holds under a key; what every object has, such as "constructor", is not in it. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
