import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { startServer, type RunningServer } from './harness-server';

/** Chromium as root, headless, with WebGL2 and no calls home. */
const CHROMIUM_FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const chromiumPath = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));

/** The two screens of interface.md. */
export const VIEWPORTS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;

export interface Harness {
  readonly server: RunningServer;
  readonly browser: Browser;
  /** A page of its own context, so that no test sees what another left behind; it collects what went wrong in it. */
  open(path: string, options?: { viewport?: keyof typeof VIEWPORTS; locale?: string }): Promise<OpenPage>;
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
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

async function openPage(browser: Browser, url: string, path: string, { viewport = 'desktop', locale = 'fr-FR' }: { viewport?: keyof typeof VIEWPORTS; locale?: string } = {}): Promise<OpenPage> {
  const phone = viewport === 'phone';
  const context = await browser.newContext({ viewport: VIEWPORTS[viewport], locale, baseURL: url, hasTouch: phone, isMobile: phone });
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
