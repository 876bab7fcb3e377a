import type { PracticeUser } from '../world/practice-user';

const images = (user: PracticeUser, site: string) => ({
  images: [
    {
      uid: `a${user.index}`,
      url: `${site}/practice/face/${user.uid}.svg`,
      width: 100,
      height: 100,
      size: 900,
    },
  ],
});

/** A user as `/i/...` returns one. */
export function likerJson(user: PracticeUser, site: string) {
  const { uid, username, displayName, account } = user;
  return {
    ...{ uid, username, displayName, account },
    profileUrl: `${site}/${username}`,
    avatars: images(user, site),
    uri: `${site}/i/users/${uid}`,
    isLimited: false,
  };
}

/** A user as `/v3/...` returns one, with `avatar` instead of `avatars`. */
export function ownerJson(user: PracticeUser, site: string) {
  const { avatars, isLimited: _, ...rest } = likerJson(user, site);
  return { ...rest, avatar: avatars };
}
