export const reads: string = 'on from the last id'; // or 'on, 100 ms behind', or 'what is unpublished'
export const firstLookMs: number = 40;
