/** The package ships its own Comlink without types. */
declare module '*/@webcontainer/api/dist/vendor/index.js' {
  export const Comlink: {
    readonly proxy: <T extends object>(value: T) => T;
    readonly expose: (value: object, port: MessagePort) => void;
  };
}
