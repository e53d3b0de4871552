import { absoluteAddress } from '#components/absolute-address.ts';
import { courseChanges } from '#components/course-changes.ts';
import { xmlText } from '#components/xml-text.ts';

/** What became of the course, as Atom: newest first. */
export async function GET(): Promise<Response> {
  const changes = await courseChanges();
  const newest = changes[0];
  if (!newest) throw new Error('content/changes.json is empty: the feed is made from it.');
  const here = absoluteAddress('/feed.xml');
  const entries = changes.map(
    ({ id, data: { at, title, what, path } }) => `  <entry>
    <id>${xmlText(`${here}#${id}`)}</id>
    <title>${xmlText(title)}</title>
    <updated>${at}</updated>
    <link href="${xmlText(absoluteAddress(path))}"/>
    <summary>${xmlText(what)}</summary>
  </entry>`,
  );
  const feed = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${xmlText(here)}</id>
  <title>Event-driven basics: changes</title>
  <subtitle>New lessons, and what is told otherwise than before.</subtitle>
  <updated>${newest.data.at}</updated>
  <author><name>Event-driven basics</name></author>
  <link rel="self" type="application/atom+xml" href="${xmlText(here)}"/>
  <link rel="alternate" type="text/html" href="${xmlText(absoluteAddress('/changes/'))}"/>
${entries.join('\n')}
</feed>
`;
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml' } });
}
