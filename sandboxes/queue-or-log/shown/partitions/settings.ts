export const partitions: number = 3;
export const key: string = 'order'; // or 'none', or 'shop'
