/** Addresses of what `sandbox-assets.ts` builds. */
declare module 'virtual:sandbox/grader' {
  const url: string;
  export default url;
}
declare module 'virtual:sandbox/node-grader' {
  const url: string;
  export default url;
}
declare module 'virtual:sandbox/frame' {
  const url: string;
  export default url;
}
declare module 'virtual:sandbox/frame-hash' {
  const hash: string;
  export default hash;
}
