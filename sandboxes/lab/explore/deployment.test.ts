import { expect, test } from 'vitest';
import { compile } from '#compile/compile.ts';
import { deploymentOf } from './deployment.ts';

function reading(deployment: string) {
  return deploymentOf(
    compile(
      new Map([
        ['deployment.ts', deployment],
        ['orders.ts', 'export default () => {};'],
      ]),
    ),
  );
}

const orders = "orders: './orders.ts'";
const withTable = (columns: string, key: string) =>
  `import { table } from 'lab'; const t = table('t', ${columns}, { key: ${key} } as never); export default { processes: { ${orders} }, tables: { t } };`;

test.each([
  ['nothing exported', '', 'its default export is not an object with processes and tables'],
  ['a list', 'export default [];', 'its default export is not an object'],
  ['a throw', "throw new Error('no');", 'no'],
  ['no processes', 'export default { tables: {} };', 'it has no processes: say processes: { orders: "./orders.ts" }'],
  [
    'a process name that is no host name',
    "export default { processes: { 'My Orders': './orders.ts' } };",
    'the process name "My Orders" is also a host name: small letters, digits and hyphens',
  ],
  [
    'a process with a taken name',
    "export default { processes: { broker: './orders.ts' } };",
    'a process cannot be called broker',
  ],
  [
    'a process without a module',
    'export default { processes: { orders: 7 } };',
    'the process orders names no module: say orders: "./orders.ts"',
  ],
  [
    'a module that is not there',
    "export default { processes: { orders: './order.ts' } };",
    'the process orders names "./order.ts", and there is no such file. There are deployment.ts, orders.ts',
  ],
  [
    'too many instances',
    "export default { processes: { orders: { module: './orders.ts', instances: 1000 } } };",
    'the instances of orders are a whole number from 1 to 20, not 1000',
  ],
  [
    'tables that are a list',
    `export default { processes: { ${orders} }, tables: [] };`,
    'its tables are not an object',
  ],
  [
    'a column of an unknown type',
    withTable("{ id: 'varchar' } as never", "'id'"),
    'the column id of the table t has the type "varchar"; there are uuid, text,',
  ],
  [
    'a key that is no column',
    withTable("{ id: 'text' }", "'no'"),
    'the key of the table t names "no", which is none of its columns',
  ],
  [
    'a log without partitions',
    `export default { processes: { ${orders} }, logs: { prices: {} } };`,
    'the log prices has no partitions: say prices: { partitions: 3 }',
  ],
  [
    'replicas in words',
    `export default { processes: { ${orders} }, replicas: 'two' };`,
    'replicas is a whole number from 0 to 20, not "two"',
  ],
])('a deployment with %s is told in words', (_, text, because) => {
  expect(reading(text)).toMatchObject({
    kind: 'unreadable',
    because: expect.stringContaining(`deployment.ts cannot be used: ${because}`),
  });
});

test('helpers beside the tables of a schema are left alone', () => {
  const text = `import { table } from 'lab'; const tables = { t: table('t', { id: 'text' }, { key: 'id' }), helper: () => 1 }; export default { processes: { ${orders} }, tables };`;
  const read = reading(text);
  expect(read.kind === 'read' && read.deployed.relations.map(({ name }) => name)).toEqual(['t']);
});

test('a deployment is read once for a program', () => {
  const program = compile(
    new Map([
      ['deployment.ts', `export default { processes: { ${orders} } };`],
      ['orders.ts', ''],
    ]),
  );
  expect(deploymentOf(program)).toBe(deploymentOf(program));
});
