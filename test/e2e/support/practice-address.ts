/** The address of the practice site, and the SHA-256 of its public key in base64, by which Chromium trusts it. */
export type PracticeAddress = {
  readonly port: number;
  readonly certificateHash: string;
};
