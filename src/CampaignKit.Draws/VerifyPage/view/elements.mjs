export const byId = (id) => document.getElementById(id);

/** Makes an element; `attributes` may hold `className`, any attribute, and children follow as texts or elements. */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key === 'className') made.className = value;
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
  return made;
}

/** Puts these children in the place of those that an element has. */
export const fill = (target, ...children) => target.replaceChildren(...children.filter((child) => child !== null));

/** A text as children of an element, in which hashes stand as code. */
export const withCode = (text) => text.split(/([0-9a-f]{64,})/).map((part, at) => (at % 2 ? element('code', {}, part) : part));

/** The text of a file chosen by the visitor, as bytes. */
export const bytesOf = async (file) => new Uint8Array(await file.arrayBuffer());
