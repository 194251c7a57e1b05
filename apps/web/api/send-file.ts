import type { ImportAnswer } from '#api/contract/imports';
import { ApiProblem, problemOf } from './client';

/**
 * Hands one file over; answers as soon as the server has it, while it is still being read. `onSent` hears which share of it has left, 0–1:
 * on a poor line that takes minutes, and only this old way of asking tells it. Throws an `ApiProblem`, or an `AbortError` when stopped.
 */
export function sendFile(file: File, signal: AbortSignal, onSent: (share: number) => void): Promise<ImportAnswer> {
  const form = new FormData();
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const settle = () => signal.removeEventListener('abort', stop);
    request.open('POST', '/api/imports?wait=false');
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onabort = () => {
      settle();
      reject(new DOMException('stopped', 'AbortError'));
    };
    request.onerror = () => {
      settle();
      reject(new ApiProblem('network', null, null));
    };
    request.onload = () => {
      settle();
      const response = new Response(request.responseText, { status: request.status });
      if (response.ok) response.json().then((answer) => resolve(answer as ImportAnswer), () => reject(new ApiProblem('unreadable', request.status, null)));
      else void problemOf(response).then(reject);
    };
    signal.addEventListener('abort', stop);
    request.send(form);
  });
}
