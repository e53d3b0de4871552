import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,sandboxes,scripts,content}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    reporters: ['default'],
    // The default leaves one core idle, and most of these tests do nothing but compute.
    maxWorkers: '100%',
    // A machine that is busy with other things is slow, not wrong: this only ends what never ends.
    testTimeout: 300_000,
  },
});
