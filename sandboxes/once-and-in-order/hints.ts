export const hints: readonly string[] = [];
