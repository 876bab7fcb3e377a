import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type Certificate = {
  readonly key: string;
  readonly cert: string;
  /** Base64 of the SHA-256 of the public key, as Chromium's --ignore-certificate-errors-spki-list expects it. */
  readonly hash: string;
};

const dnsNames = ['sketchfab.com', '*.sketchfab.com', 'localhost'];

/** A new certificate at each start, kept in memory only, so that nobody has to trust it for longer. */
export async function createCertificate(): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'sketchfab.com' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [...dnsNames.map((value) => ({ type: 2 as const, value })), { type: 7, ip: '127.0.0.1' }],
      },
    ],
  });
  const publicKey = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    cert: made.cert,
    hash: createHash('sha256').update(publicKey).digest('base64'),
  };
}
