export const does: string = 'reads at once'; // or 'pauses', or 'adds hers'
