import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { startServer, type RunningServer } from './harness-server';

/**
 * Chromium as root, headless, with WebGL2 and no calls home. No graphics card here: the map is drawn by software, and the
 * page is put together by the plain painter, for half of the work.
 */
const CHROMIUM_FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const chromiumPath = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** The address of an empty page. */
export const BLANK = 'about:blank';

/** The two screens of interface.md. */
export const VIEWPORTS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

interface OpenOptions {
  readonly viewport?: keyof typeof VIEWPORTS;
  readonly locale?: string;
  readonly still?: boolean;
}

export interface Harness {
  readonly server: RunningServer;
  readonly browser: Browser;
  /**
   * A page of its own context, so that no test sees what another left behind; it collects what went wrong in it, and goes
   * when its test ends. `BLANK` shows nothing yet: for a test that has to ask the server first what to show. `still`: the
   * person asked their system for less motion; a bar that moves for minutes would take a core from what it waits for.
   */
  open(path: string, options?: OpenOptions): Promise<OpenPage>;
  /** A page with nothing in it and no service worker between it and the server, so that a test can answer in the server’s place. */
  openBare(): Promise<Page>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts and of the console, and requests to anywhere but the server: a test expects none. */
  readonly faults: string[];
}

/** The real server with exercise data and a real browser. One per test file is enough. */
export async function openHarness(env: Readonly<Record<string, string>> = {}): Promise<Harness> {
  if (chromiumPath === undefined) throw new Error('No Chromium on this machine; CHROMIUM_PATH names one.');
  const server = await startServer(env);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_FLAGS });
  return {
    server,
    browser,
    open: (path, options) => openPage(browser, server.url, path, options),
    openBare: async () => (await openContext(browser, { serviceWorkers: 'block', baseURL: server.url })).newPage(),
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

/** Closed when the test ends: a page that nobody looks at goes on drawing and asking. */
async function openContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  return context;
}

async function openPage(browser: Browser, url: string, path: string, { viewport = 'desktop', locale = 'fr-FR', still = false }: OpenOptions = {}): Promise<OpenPage> {
  const phone = viewport === 'phone';
  const context = await openContext(browser, { viewport: VIEWPORTS[viewport], locale, baseURL: url, hasTouch: phone, isMobile: phone, reducedMotion: still ? 'reduce' : 'no-preference' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && /^https?:/.test(request.url())) faults.push(`elsewhere: ${request.url()}`);
  });
  await page.goto(path);
  return { page, context, faults };
}
