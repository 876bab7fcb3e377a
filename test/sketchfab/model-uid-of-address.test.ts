import { describe, expect, it } from 'vitest';
import { modelUidOfAddress } from '../../src/sketchfab/model-uid-of-address';

const uid = '00112233445566778899aabbccddeeff';
const legacy = 'b7LzExampleLegacyId00000000';

describe('the address of a model gives its id', () => {
  it.each([
    `https://sketchfab.com/3d-models/tin-robot-${uid}`,
    `https://sketchfab.com/3d-models/${uid}`,
    `https://sketchfab.com/3d-models/-${uid}/?utm=1#comments`,
    `https://sketchfab.com/3d-models/%E5%A1%A9-${uid}`,
    `https://sketchfab.com/orgs/museum/3d-models/vase-${uid}`,
    `https://sketchfab.com/models/${uid}`,
    `https://sketchfab.com/models/${uid}/embed?autostart=1`,
    `https://sketchfab.com/show/${uid}`,
    `http://sketchfab.com/models/${uid}`,
    `/3d-models/tin-robot-${uid}`,
  ])('%s', (address) => {
    expect(modelUidOfAddress(address)).toBe(uid);
  });

  it('keeps the case of a legacy id', () => {
    expect(modelUidOfAddress(`https://sketchfab.com/models/${legacy}/embed`)).toBe(legacy);
  });
});

describe('an address that does not belong to a model gives no id', () => {
  it.each([
    'https://sketchfab.com/3d-models/popular',
    'https://sketchfab.com/3d-models/staffpicks',
    `https://sketchfab.com/3d-models/categories/${uid}`,
    `https://sketchfab.com/ada/3d-models/robot-${uid}`,
    `https://sketchfab.com/3d-models/robot-${uid}/comments`,
    `https://sketchfab.com/ada/orgs/museum/3d-models/vase-${uid}`,
    `https://sketchfab.com/orgs/museum/3d-models/vase-${uid}/edit`,
    `https://sketchfab.com/ada/models/${uid}`,
    `https://sketchfab.com/models/${uid}/embed/more`,
    `https://sketchfab.com/ada/show/${uid}`,
    `https://sketchfab.com/show/${uid}/more`,
    `https://sketchfab.com/ada/collections/robots-${uid}`,
    'https://sketchfab.com/ada/models',
    `https://sketchfab.com/search?q=${uid}`,
    `https://sketchfab.com/tags/robot-${uid}`,
    `https://sketchfab.com.example/3d-models/${uid}`,
    `https://elsewhere.example/3d-models/${uid}`,
    `https://sketchfab.com/3d-models/${uid.toUpperCase()}`,
    'https://skfb.ly/abc',
    'about:blank',
    'https://',
    '',
  ])('%s', (address) => {
    expect(modelUidOfAddress(address)).toBeUndefined();
  });
});
