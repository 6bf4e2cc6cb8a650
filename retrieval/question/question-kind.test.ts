import { describe, expect, it } from 'vitest';
import { asksLatest, asksToCompare, asksToList, checksFigure, isFollowUp } from './question-kind.ts';

describe('isFollowUp', () => {
  it('holds for what cannot stand alone', () => {
    expect(isFollowUp('а Литва?', 1)).toBe(true);
    expect(isFollowUp('and in euros?', 2)).toBe(true);
    expect(isFollowUp('who makes them?', 1)).toBe(true);
  });

  it('does not hold for a question of its own', () => {
    expect(isFollowUp('Скільки машин розмінування передала Україні Хорватія?', 5)).toBe(false);
  });
});

describe('asksLatest, asksToCompare and asksToList', () => {
  it('tell the three kinds apart', () => {
    expect(asksLatest('скільки зараз операторів')).toBe(true);
    expect(asksLatest('скільки операторів було у 2023')).toBe(false);
    expect(asksLatest('сколько собак в итоге приехало')).toBe(true);
    expect(asksLatest('скільки саперів поранило, уточнені дані')).toBe(true);
    expect(asksLatest('what finally happened to the grant')).toBe(true);
    expect(asksLatest('правильно діяли сапери, скільки їх було')).toBe(false);
    expect(asksToCompare('89 чи 91,5 млн доларів?')).toBe(true);
    expect(asksToCompare('скільки дала Японія')).toBe(false);
    expect(asksToCompare('у січні чи в лютому більше очистили')).toBe(true);
    expect(asksToCompare('где собак больше, в Сумах или в Киеве')).toBe(true);
    expect(asksLatest('какой стал бюджет программы')).toBe(true);
    expect(asksToCompare('скільки дала Австралія зараз, не спочатку')).toBe(false);
    expect(asksToCompare('скільки дала Австралія спочатку і зараз')).toBe(true);
    expect(asksToList('які країни входять до коаліції')).toBe(true);
    expect(asksToList('скільки країн у коаліції')).toBe(false);
  });
});

describe('checksFigure', () => {
  it('holds for a figure heard elsewhere and not for one that only stands in the question', () => {
    expect(checksFigure('скільки операторів, 58?')).toBe(true);
    expect(checksFigure('операторів у країні - 58?')).toBe(true);
    expect(checksFigure('Price of the training part in the Kobra-7 contract?')).toBe(false);
    expect(checksFigure('скільки важить чеська машина влк-3')).toBe(false);
    expect(checksFigure('Who won the framework contract for 6,000 hectares?')).toBe(false);
    expect(checksFigure('is it 6,000 hectares, or 7,000 hectares?')).toBe(false);
  });
});
