import { table } from 'lab';

export const tariffs = table('tariffs', { zone: 'text', cents: 'integer' }, { key: 'zone' });
export const questions = table('questions', { id: 'uuid', zone: 'text', cents: 'integer?' }, { key: 'id' });
