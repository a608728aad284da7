// SPDX-License-Identifier: EUPL-1.2
// Elements without strings of HTML: every text is set as text, so that a name can never become markup.

type Child = Node | string | null | false;
type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

export interface Attributes {
  readonly class?: string;
  readonly on?: Listeners;
  readonly [name: string]: string | number | boolean | Listeners | undefined;
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (name === "on") listen(el, value as Listeners);
    // The policy of the page refuses style attributes; properties of el.style are allowed.
    else if (name === "style") throw new Error("Set el.style.property instead of a style attribute.");
    else el.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null && child !== false) el.append(child);
  return el;
}

function listen(el: HTMLElement, listeners: Listeners): void {
  for (const [type, listener] of Object.entries(listeners)) {
    el.addEventListener(type, listener as EventListener);
  }
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  /** Choices of one group stand under its name. */
  readonly group?: string;
}

/** A select box with a label over it. */
export function choice(label: string, options: readonly Choice[], chosen: string,
                       act: (value: string) => void, name = ""): HTMLLabelElement {
  const select = h("select", { name, on: { change: () => act(select.value) } });
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { value, text, group } of options) {
    const known = group === undefined ? select : groups.get(group);
    const holder = known ?? h("optgroup", { label: group });
    if (group !== undefined && holder instanceof HTMLOptGroupElement) groups.set(group, holder);
    if (known === undefined) select.append(holder);
    holder.append(h("option", { value, selected: value === chosen }, text));
  }
  select.value = chosen;
  return h("label", { class: "field" }, h("span", { class: "label" }, label), select);
}

/** Offers a file to save. */
export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Fields with quotes where needed; a leading = + - @ of a text is kept from being a formula. */
export function to_csv(rows: readonly (readonly (string | number | null)[])[]): Blob {
  const field = (value: string | number | null): string => {
    if (value === null) return "";
    if (typeof value === "number") return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(field).join(",")).join("\r\n");
  return new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" });
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A name that any file system takes. */
export function file_name(...parts: readonly (string | number)[]): string {
  return parts.map(String).join("_").normalize("NFKD").replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 100);
}
