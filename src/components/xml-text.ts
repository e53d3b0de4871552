/** Text in an XML document, in an element or an attribute. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
