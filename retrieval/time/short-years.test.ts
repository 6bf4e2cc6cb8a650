import { describe, expect, it } from 'vitest';
import { withWholeYears } from './short-years.ts';

describe('withWholeYears', () => {
  it.each([
    ['вересень 25, лютий 26', 'вересень 2025, лютий 2026'],
    ['скільки очистили у 24 році', 'скільки очистили у 2024 році'],
    ['у січні чи в лютому 26го', 'у січні чи в лютому 2026го'],
    ['з листопада 25 по лютий 26', 'з листопада 2025 по лютий 2026'],
    ['за 25-й рік', 'за 2025-й рік'],
    ["aid in Feb '26", 'aid in Feb 2026'],
    ['сколько дали в 23 году', 'сколько дали в 2023 году'],
  ])('writes out the years of "%s"', (text, expected) => {
    expect(withWholeYears(text)).toBe(expected);
  });

  it.each([
    '26 лютого 2025',
    'February 26',
    'за 25 років',
    'листопад 25 тис. га',
    'в листопаді 25 договорів',
    "the '90s",
    '25 роботів',
  ])('leaves "%s" as it is', (text) => {
    expect(withWholeYears(text)).toBe(text);
  });
});
