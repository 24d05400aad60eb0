import { byId, element, fill } from './elements.mjs';

/** The files at hand, and those that the draw speaks of and that are missing. */
export function showFiles(say, files, verification) {
  const inline = verification?.transcript?.pools;
  const missing = verification?.transcript
    ? files.missing(verification.transcript.manifest).filter((name) => !inline.has(name.replace(/\.(?:pool|holders|strata)\.txt$/, '')) && !(name === 'exclusions.txt' && verification.transcript.exclusions))
    : [];
  byId('files-reset').hidden = files.names.length === 0;
  fill(
    byId('files-list'),
    ...list(say, 'files.here', files.names),
    ...(missing.length > 0 ? list(say, 'files.missing', missing) : []),
  );
}

function list(say, title, names) {
  const body = names.length === 0 ? element('p', {}, say(['files.none'])) : element('ul', { 'data-list': title }, ...names.map((name) => element('li', {}, name)));
  return [element('h3', {}, say([title])), body];
}

/** Calls `take` with the files that the visitor chooses or drops anywhere on the page. */
export function onFiles(take) {
  const input = byId('files-input');
  const drop = byId('drop');
  input.addEventListener('change', async () => {
    await take([...input.files]);
    input.value = '';
  });
  for (const event of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(event, (over) => {
      over.preventDefault();
      drop.classList.toggle('over', event === 'dragover');
    });
  }
  document.addEventListener('drop', (dropped) => take([...dropped.dataTransfer.files]));
}
