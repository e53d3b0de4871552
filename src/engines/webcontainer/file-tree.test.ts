import { expect, test } from 'vitest';
import { fileTree } from './file-tree.ts';

test('files lie in the folders of their paths', () => {
  const files = ['a.ts', 'lab/lab.ts', 'lab/broker/queue.ts', 'lab/broker/topics.ts'].map((path) => ({
    path,
    text: path,
  }));
  expect(fileTree(files)).toEqual({
    'a.ts': { file: { contents: 'a.ts' } },
    lab: {
      directory: {
        'lab.ts': { file: { contents: 'lab/lab.ts' } },
        broker: {
          directory: {
            'queue.ts': { file: { contents: 'lab/broker/queue.ts' } },
            'topics.ts': { file: { contents: 'lab/broker/topics.ts' } },
          },
        },
      },
    },
  });
});
