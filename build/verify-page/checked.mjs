import { modules } from './restored.mjs';

const text = (value) => new TextEncoder().encode(typeof value === 'string' ? value : `${JSON.stringify(value, null, 2)}\n`);

/** What the page's own code says of a transcript and the files beside it: lists of lines, or documents. */
export async function checked(transcript, files = {}) {
  const published = new modules.publishedFiles.PublishedFiles();
  await published.add('transcript.json', text(transcript));
  for (const [name, content] of Object.entries(files)) await published.add(name, text(Array.isArray(content) ? content.map((line) => `${line}\n`).join('') : content));
  return modules.verification.verify(published, new modules.pace.Pace());
}

/** The answer in short: its status, or the path of the first difference. */
export const answer = (verification) => verification.difference?.path ?? verification.status;
