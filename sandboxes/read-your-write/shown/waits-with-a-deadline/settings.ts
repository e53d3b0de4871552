export const waitMs: number = 50; // 0: show what there is
export const reads: string = 'in turn'; // or 'the first', or 'the second'
