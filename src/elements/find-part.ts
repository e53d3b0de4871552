/** A part of server-rendered HTML that an element cannot do without. Throws a sentence for an author's slip. */
export function findPart<Part extends Element>(root: Element, selector: string, kind: new () => Part): Part {
  const part = root.querySelector(selector);
  if (part instanceof kind) return part;
  throw new Error(
    `<${root.localName}> holds no ${selector} that is a ${kind.name}: see the component that renders it.`,
  );
}
