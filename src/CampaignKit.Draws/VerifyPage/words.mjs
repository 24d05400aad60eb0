import { english } from './words-en.mjs';
import { chinese } from './words-zh.mjs';

export const LANGUAGES = { en: english, zh: chinese };

/** The language that a browser asks for: Chinese of any kind, else English. */
export const preferred = (tag) => (/^zh\b/i.test(tag ?? '') ? 'zh' : 'en');

/**
 * Says a phrase in a language: a text is itself, a list is a key and what goes into it, which may be phrases again.
 */
export function say(language, phrase) {
  if (!Array.isArray(phrase)) return typeof phrase === 'number' ? phrase.toLocaleString(language) : String(phrase);
  const [key, ...parts] = phrase;
  const word = LANGUAGES[language][key];
  if (word === undefined) throw new Error(`No word ${key} in ${language}.`);
  return typeof word === 'function' ? word(...parts.map((part) => say(language, part))) : word;
}
