import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,sandboxes,scripts,content}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    reporters: ['default'],
  },
});
