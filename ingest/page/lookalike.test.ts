import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findLookAlike } from './lookalike.ts';

const known = ['mil.gov.ua', 'dsns.gov.ua', 'www.undp.org', 'ukrinform.ua', 'halotrust.org'];

describe('a look-alike check', () => {
  it.each([
    ['ukrinforn.ua', 'ukrinform.ua'],
    ['ukrinfrom.ua', 'ukrinform.ua'],
    ['ukrinform.uа', 'ukrinform.ua'],
    [domainToASCII('ukrіnform.ua'), 'ukrinform.ua'],
    ['mil-gov.ua', 'mil.gov.ua'],
    ['dsns.g0v.ua', 'dsns.gov.ua'],
    ['dsns-gov-ua.com', 'dsns.gov.ua'],
    ['mil.gov.ua.example.com', 'mil.gov.ua'],
    ['halotrusts.org', 'halotrust.org'],
    ['halotnust.org', 'halotrust.org'],
  ])('warns of %s', (host, name) => {
    expect(findLookAlike(host, known)?.known).toBe(name);
  });

  it.each([
    'mil.gov.ua',
    'www.mil.gov.ua',
    'news.dsns.gov.ua',
    'jica.go.jp',
    'президент.укр',
    'unhcr.org',
    'bbc.com',
  ])('does not warn of %s', (host) => {
    expect(findLookAlike(host, known)).toBeNull();
  });
});
