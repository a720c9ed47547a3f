import type { Permission } from '../crypto/delegation.ts';

/** A page of the record as the portal hands it out; bytes are base64url. */
export interface SealedPage {
  clinic: string;
  party: string;
  exchanges: SealedExchange[];
  entities: SealedEntity[];
  /** What the doctors signed that they shared; with the first page only. */
  manifests: SignedManifest[];
  /** What they signed of which there is a newer version, not shared yet; with the first page only. */
  replaced: ReplacedEntry[];
  cursor?: string | null;
}

export interface SealedExchange {
  exchangeId: string;
  delegatorName: string;
  delegatorSigningKey: string;
  record: string;
}

export interface ReplacedEntry {
  exchangeId: string;
  id: string;
  fhirType: string;
  version: number;
  contentKeyId: string;
}

export interface SignedManifest {
  signingKey: string;
  manifest: string;
}

export interface SealedEntity {
  id: string;
  kind: Kind;
  fhirType: string;
  version: number;
  envelope: string;
  delegation: SealedDelegation;
}

export interface SealedDelegation {
  exchangeId: string;
  delegator: string;
  permission: Permission;
  contentKeyId: string;
  wrapped: string;
}

export type Kind = 'PATIENT' | 'HEALTHCARE_ELEMENT' | 'DATA_SAMPLE';
