/**
 * Gives Node 20 the method by which pdf.js hands on its buffers (newer releases have it); without it the operators of a page
 * end at its first font.
 */
export function transferable(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(this.byteLength, length)));
      return moved;
    },
  });
}
