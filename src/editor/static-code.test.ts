import { describe, expect, it } from 'vitest';
import { renderCode } from './static-code.ts';

describe('static code', () => {
  it('escapes everything, so that code stays code', () => {
    const html = renderCode('const a = "</pre><script>alert(1)</script>" & `\'`;', '"><b>');
    expect(html.replace(/<\/?(?:pre|code|span)(?: [^>]*)?>/g, '')).not.toMatch(/[<>"']/);
  });

  it('is the source again without its tags', () => {
    const source = "import { table } from 'lab';\n\n// Owned by `orders`.\nconst a = 1 < 2 && 'order.created';\n";
    const text = renderCode(source, 'orders.ts')
      .replace(/<[^>]+>/g, '')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    expect(text).toBe(source);
  });

  it('underlines an event type in the pen of its publisher', () => {
    expect(renderCode("f('order.created')", 'x.ts')).toContain(
      '<span class="e" data-pen="orders">&#39;order.created&#39;</span>',
    );
  });
});
