export const hints: readonly string[] = ['x'];
