export type Asked = { id: string; zone: string };
export type Answered = { id: string; cents: number };
