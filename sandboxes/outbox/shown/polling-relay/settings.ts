export const pollMs: number = 100;
export const batch: number = 5;
