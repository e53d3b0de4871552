export const way: string = 'call'; // or 'job row', 'queue', 'topic', 'log'
