import type { Tab } from './tab.ts';

/** A browser with the extension in it, and a profile of its own that goes when it is closed. */
export interface Browser {
  name: 'chromium' | 'firefox';
  /** A new tab at an address of the site. */
  open(url: string): Promise<Tab>;
  /** A new tab at a page of the extension, `popup.html` or `options.html` with what may follow. */
  openExtension(page: string): Promise<Tab>;
  /** Lets the extension into private windows, for which it starts anew; its own tabs close. */
  allowPrivate(): Promise<void>;
  /**
   * A new tab in a private window, at an address of the site, opened by one of the extension's tabs. In Firefox the tabs
   * that are opened next are private too.
   */
  openPrivate(url: string, from: Tab): Promise<Tab>;
  /**
   * Stops the extension's background; the next message starts it again. Returns whether there was one: in Firefox there
   * always is, as its stop is waited for from a page that woke it.
   */
  stopBackground(): Promise<boolean>;
  /**
   * Takes the extension anew from its folder, over the one that runs, as an update does where the version there is a
   * later one. Its tabs close, and its content scripts in open pages are left behind.
   */
  reinstall(): Promise<void>;
  /** Takes from the extension its access to the site, as its owner can; `from` is one of its tabs. */
  withdrawAccess(from: Tab): Promise<void>;
  /**
   * Gives it back: in Firefox by the extension's own button in `from`, where the browser's question is taken as
   * answered; in Chromium, whose question no driver can answer, on the browser's own page.
   */
  giveAccess(from: Tab): Promise<void>;
  close(): Promise<void>;
  /** Settles when the browser is gone, by whomever it was closed. */
  closed: Promise<void>;
}

export interface LaunchOptions {
  /** Port of the stand-in on 127.0.0.1. */
  port: number;
  /** Port of a proxy on 127.0.0.1 that everything goes through, what is meant for this machine included. */
  gateway?: number;
  /** The folder of the built extension. */
  extension: string;
  language?: 'fr' | 'en';
  headless?: boolean;
  /** The screen of a telephone, and a finger for a pointer. */
  phone?: boolean;
  /** A folder for the profile that stays when the browser is closed; by default one that goes with it. */
  profile?: string;
  /**
   * Firefox stops a background that was sent nothing for this long, in milliseconds, be it at work or not: by default
   * longer than the slowest machine takes for a passphrase.
   */
  idleTimeout?: number;
}

/** The screen of a small telephone, in CSS pixels. */
export const PHONE = { width: 360, height: 640 };
