/** What the Bot API takes as data of a button, in bytes of UTF-8. */
export const maxCallbackBytes = 64;

/**
 * Data of buttons that only show something starts with this mark: such a press may be repeated after a while, whereas
 * one that changes something has one effect.
 */
export const showMark = '~';

/**
 * Data of buttons whose effect is judged by the state of what they act on starts with this mark: a second press finds the
 * work done and is told so in its own words, so it is never kept from its handler.
 */
export const judgedMark = '!';

/**
 * Data of a button: parts joined by `:`.
 * @throws RangeError when Telegram would refuse it; the parts are ours, so this is a mistake in the code.
 */
export function callbackData(...parts: readonly (string | number)[]): string {
  const data = parts.join(':');
  if (Buffer.byteLength(data) > maxCallbackBytes)
    throw new RangeError(`callback data over ${maxCallbackBytes} bytes: ${data}`);
  return data;
}
