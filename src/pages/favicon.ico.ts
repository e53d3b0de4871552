import { icoFile } from '#components/icons/icon-files.ts';

export function GET(): Response {
  return new Response(Buffer.from(icoFile()), { headers: { 'content-type': 'image/x-icon' } });
}
