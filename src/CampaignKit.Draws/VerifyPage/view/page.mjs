import { utf8 } from '../bytes.mjs';
import { lookUp } from '../lookup.mjs';
import { Cancelled, Pace } from '../pace.mjs';
import { PublishedFiles } from '../published-files.mjs';
import { verify } from '../verification.mjs';
import { preferred, say as sayIn } from '../words.mjs';
import { showChecks } from './checks-view.mjs';
import { byId, bytesOf } from './elements.mjs';
import { onFiles, showFiles } from './files-view.mjs';
import { showLookup } from './lookup-view.mjs';
import { showResult } from './result-view.mjs';
import { SavedDigest } from './saved-digest-view.mjs';
import { Tools } from './tools-view.mjs';
import { showVerdict } from './verdict-view.mjs';

/** The page: the files at hand, what checking them came to, and the language in which it is said. */
class Page {
  constructor() {
    this.files = new PublishedFiles();
    this.language = preferred(navigator.language);
    this.state = 'none';
    this.verification = null;
    this.found = null;
    this.pace = new Pace();
    this.tools = new Tools((id) => this.lookUp(id));
    this.savedDigest = new SavedDigest();
    this.listen();
  }

  get say() {
    return (phrase) => sayIn(this.language, phrase);
  }

  listen() {
    for (const button of document.querySelectorAll('[data-language]')) {
      button.addEventListener('click', () => {
        this.language = button.dataset.language;
        this.show();
      });
    }
    byId('cancel').addEventListener('click', () => this.pace.cancel());
    byId('again').addEventListener('click', () => this.check());
    byId('files-reset').addEventListener('click', () => this.reset());
    byId('lookup-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.lookUp(byId('lookup-id').value.trim());
    });
    onFiles((files) => this.take(files));
  }

  /** Begins with what was published with the page. */
  async start() {
    this.show();
    const published = JSON.parse(byId('published').textContent);
    for (const [name, text] of Object.entries(published)) await this.files.add(name, utf8(text));
    await this.check();
  }

  async take(files) {
    let proof = null;
    for (const file of files) {
      const bytes = await bytesOf(file);
      if ((await this.files.add(file.name, bytes)) === 'proof') proof = bytes;
    }
    await this.check();
    if (proof) this.tools.proof(proof);
  }

  async reset() {
    this.pace.cancel();
    this.files = new PublishedFiles();
    this.verification = null;
    this.found = null;
    await this.check();
  }

  async check() {
    this.pace.cancel();
    if (!this.files.transcript) return this.enter('none');
    const pace = new Pace((phrase, done, of) => this.showProgress(pace, phrase, done, of));
    this.pace = pace;
    this.found = null;
    this.enter('working');
    this.showProgress(pace, ['doing.starting'], 0, 1);
    try {
      await pace.rest(['doing.starting'], 0, 1);
      const verification = await verify(this.files, pace);
      if (pace !== this.pace) return;
      this.verification = verification;
      this.enter(verification.status);
    } catch (broken) {
      if (pace !== this.pace) return;
      if (!(broken instanceof Cancelled)) this.failure = String(broken);
      this.enter(broken instanceof Cancelled ? 'cancelled' : 'failed');
    }
  }

  enter(state) {
    this.state = state;
    this.show();
  }

  async lookUp(id) {
    byId('lookup-id').value = id;
    this.found = await lookUp(this.verification, id, new Pace());
    showLookup(this.say, this.found);
    byId('lookup').scrollIntoView({ block: 'start' });
  }

  showProgress(pace, phrase, done, of) {
    if (pace !== this.pace) return;
    byId('progress-text').textContent = this.say(phrase);
    byId('progress-bar').value = of > 0 ? done / of : 0;
  }

  show() {
    const { say } = this;
    document.documentElement.lang = this.language === 'zh' ? 'zh-Hans' : 'en';
    document.title = say(['title']);
    for (const labelled of document.querySelectorAll('[data-word]')) labelled.textContent = say([labelled.dataset.word]);
    for (const labelled of document.querySelectorAll('[data-label]')) labelled.setAttribute('aria-label', say([labelled.dataset.label]));
    for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === this.language));
    const done = this.state === 'working' ? null : this.verification;
    byId('progress').hidden = this.state !== 'working';
    byId('again').hidden = !['cancelled', 'failed'].includes(this.state);
    byId('lookup').hidden = !done || done.rules.length === 0 || !['valid', 'partly', 'invalid'].includes(this.state);
    showVerdict(say, this.state, done, this.state === 'failed' ? this.failure : undefined);
    showChecks(say, done);
    this.savedDigest.show(say, done?.manifestDigest);
    showResult(say, done);
    showLookup(say, this.found);
    showFiles(say, this.files, done);
    this.tools.show(say, done);
  }
}

new Page().start();
