import { parentPort, workerData } from 'node:worker_threads';
import { type TemplateContent, writeTemplate } from '#interchange/write-template';

/** Answers the workbook; what is thrown is an error event of the thread. */
const bytes = new Uint8Array(await writeTemplate(workerData as TemplateContent));
parentPort?.postMessage(bytes, [bytes.buffer]);
