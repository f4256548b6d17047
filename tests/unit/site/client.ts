import type { Site } from '../../site/server.ts';
import { ask, type RawReply } from './ask-site.ts';

/** What the API answers; the stand-in is ours, so its shape is taken as told and each test looks at what it needs. */
export interface ApiReply {
  code: number;
  message: string | null;
  data: {
    totp?: boolean;
    accounts?: { typeCompte: string; identifiant: string; prenom: string; nom: string }[];
    question?: string;
    propositions?: string[];
    cn?: string;
    cv?: string;
  };
}

export type Proof = { cn: string; cv: string };

/** The calls that the site's page makes, one login after another, keeping the session's headers as the page does. */
export class Client {
  readonly site: Site;
  readonly host: string;
  session: Record<string, string> = { 'X-Gtk': 'echo' };

  constructor(site: Site, host = 'api.ecoledirecte.com') {
    this.site = site;
    this.host = host;
  }

  async post(path: string, data: unknown): Promise<ApiReply> {
    const reply = await this.postRaw(path, `data=${encodeURIComponent(JSON.stringify(data))}`);
    return JSON.parse(reply.text);
  }

  async postRaw(path: string, body: string): Promise<RawReply> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', ...this.session };
    const reply = await ask(this.site, path, { host: this.host, method: 'POST', headers, body });
    for (const [sent, received] of [
      ['X-Token', 'x-token'],
      ['2FA-Token', '2fa-token'],
    ] as const) {
      const value = reply.headers[received];
      if (typeof value === 'string') this.session[sent] = value;
    }
    return reply;
  }

  logIn(identifiant: string, motdepasse: string, fa: Proof[] = []): Promise<ApiReply> {
    return this.post('/v3/login.awp?v=4.75.0', { identifiant, motdepasse, isReLogin: false, uuid: '', fa });
  }

  /** The question and its propositions, decoded. */
  async question(): Promise<{ question: string; propositions: string[] }> {
    const { data } = await this.post('/v3/connexion/doubleauth.awp?verbe=get&v=4.75.0', {});
    return { question: decode(data.question ?? ''), propositions: (data.propositions ?? []).map(decode) };
  }

  choose(text: string): Promise<ApiReply> {
    const choix = Buffer.from(text, 'utf8').toString('base64');
    return this.post('/v3/connexion/doubleauth.awp?verbe=post&v=4.75.0', { choix });
  }
}

function decode(encoded: string): string {
  return Buffer.from(encoded, 'base64').toString('utf8');
}
