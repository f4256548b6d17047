import { generate } from 'selfsigned';

/** The hosts that the stand-in answers for. */
export const HOSTS = {
  www: 'www.ecoledirecte.com',
  api: 'api.ecoledirecte.com',
  apip: 'apip.ecoledirecte.com',
} as const;

/** A certificate of its own for those hosts, made at start and kept nowhere. */
export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const altNames = Object.values(HOSTS).map((value) => ({ type: 2 as const, value }));
  const { private: key, cert } = await generate([{ name: 'commonName', value: HOSTS.www }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  return { key, cert };
}
