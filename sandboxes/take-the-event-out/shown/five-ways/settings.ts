export const way: string = 'call'; // or 'job row', 'queue', 'topic', 'log'
export const readers: number = 1;
