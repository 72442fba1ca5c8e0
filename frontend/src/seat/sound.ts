/** One soft tone, for those who switched it on. */
let audio: AudioContext | undefined;

export function playTone(): void {
  audio ??= new AudioContext();
  const now = audio.currentTime;
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = 523.25;
  loud.gain.setValueAtTime(0, now);
  loud.gain.linearRampToValueAtTime(0.08, now + 0.03);
  loud.gain.exponentialRampToValueAtTime(0.0001, now + 0.6);
  tone.connect(loud).connect(audio.destination);
  tone.start(now);
  tone.stop(now + 0.65);
}
