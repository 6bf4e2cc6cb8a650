import { describe, expect, it } from 'vitest';
import { lexicon } from '../sources/ranked-for-tests.ts';
import { scopesOf } from './scope.ts';

const scopes = (text: string) => scopesOf(lexicon.mentions(text));

describe('scopesOf', () => {
  it('names countries, places and brands in whatever language', () => {
    expect(scopes('машини Nikken з Японії для Харківської області')).toEqual([
      'nikken',
      'japan',
      'kharkiv-region',
    ]);
    expect(scopes('日本の支援')).toEqual(['japan']);
  });

  it('is empty where only Ukraine is named, for the whole country narrows nothing', () => {
    expect(scopes('замінована площа України')).toEqual([]);
  });

  it('takes "worldwide" for another scope than Ukraine', () => {
    expect(scopes('жертви мін у світі')).toEqual(['world']);
  });

  it('passes over landscape words and organisations', () => {
    expect(scopes('fields and territories cleared by the HALO Trust')).toEqual([]);
  });
});
