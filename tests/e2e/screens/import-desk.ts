import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENT, plain } from './on-screen';

/** A file as a person would drop it; a path for one that is on the disk. */
export interface DroppedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Hands files over through the page’s own field. */
export async function dropFiles(page: Page, files: readonly DroppedFile[] | readonly string[]): Promise<void> {
  await page.locator('.drop-zone input[type="file"]').setInputFiles([...files] as DroppedFile[] | string[]);
}

/** The newest file of this name, opened from the list. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator('button.file-button', { hasText: name }).first().click();
}

/** Waits until the panel shows this file in this state. */
export async function fileShown(page: Page, name: string, state: string, timeout = 60_000): Promise<void> {
  await expect.poll(async () => plain(await page.locator('.file-head h2').allTextContents().then((all) => all.join(' '))), { timeout }).toBe(`${name}${state}`);
}

/** The account of the file in words. */
export const sentences = async (page: Page): Promise<string> => (await page.locator('.sentences > p').allTextContents()).map(plain).join(' ');

/** Presses a button of the bar (the beginning of its words, as a pattern) and waits for the state that follows. */
export async function act(page: Page, button: string, state: string, timeout = 60_000): Promise<void> {
  const name = new RegExp(`^${button.replaceAll(' ', '\\s')}`);
  await page.locator('.act-bar').getByRole('button', { name }).click();
  await expect.poll(async () => plain(await page.locator('.file-head .file-state').textContent()), { ...PATIENT, timeout }).toBe(state);
}
