import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, By, type WebDriver } from 'selenium-webdriver';
import { type OtherEngine, PATIENCE_MS } from './other-browser.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
/** As Debian lays it: the folder names the machine and the version of the library. */
const browserPath = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').toSorted().at(-1);

/** WebKitGTK's own small browser, over WebDriver, on a screen that nobody sees. */
export const webkit: OtherEngine = {
  name: 'WebKitGTK',
  missing: missing(),
  async open() {
    const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [display] = await once(screen.stdio[3] as Readable, 'data');
    const port = await freePort();
    const driver = spawn(DRIVER, [`--port=${port}`], {
      // There is no graphics card behind that screen.
      env: {
        ...process.env,
        DISPLAY: `:${String(display).trim()}`,
        LIBGL_ALWAYS_SOFTWARE: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
      stdio: 'ignore',
    });
    const browser = await connected(port);
    await browser.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
    return {
      goto: (address) => browser.get(address),
      evaluate: (act, arg) => browser.executeScript(act as never, arg),
      until: async (holds, arg, timeout = PATIENCE_MS) =>
        void (await browser.wait(
          () => browser.executeScript<boolean>(holds as never, arg),
          timeout,
          `${holds} with ${JSON.stringify(arg)}`,
        )),
      hover: async (selector) =>
        browser
          .actions()
          .move({ origin: await browser.findElement(By.css(selector)) })
          .perform(),
      type: (text) => browser.actions().sendKeys(text).perform(),
      // Its driver tells none of them.
      thrown: [],
      async close() {
        await browser.quit();
        await Promise.all([driver, screen].map(ended));
      },
    };
  },
};

function missing(): string | undefined {
  const absent = [browserPath ?? 'MiniBrowser', DRIVER, SCREEN].filter((path) => !existsSync(path));
  return absent.length === 0
    ? undefined
    : `WebKitGTK cannot be driven on this machine: ${absent.join(', ')} not found (Debian: webkit2gtk-driver, xvfb).`;
}

/** The driver takes a moment to listen. */
async function connected(port: number): Promise<WebDriver> {
  const builder = new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browserPath, args: ['--automation'] },
  });
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await builder.build();
    } catch (refused) {
      if (Date.now() > until || !/ECONNREFUSED/.test(String(refused))) throw refused;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('No port is free.');
  return address.port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
}
