import { describe, expect, it } from 'vitest';
import { uidAt } from './model-index';
import { later, view } from './models-rig';

describe('the removal of models', () => {
  it('happens when its notice ends, and not before', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.selectModel(uidAt(1), true);
    actions.remove([uidAt(1)]);
    expect(shown()).toMatchObject({
      selected: new Set(),
      notice: { kind: 'removing', uids: [uidAt(1)], name: 'Model 1' },
    });
    await later();
    expect(removeModels).not.toHaveBeenCalled();
    actions.forgetNotice();
    expect(removeModels.mock.calls).toEqual([[[uidAt(1)]]]);
    actions.forgetNotice();
    actions.leaveModels();
    expect(removeModels).toHaveBeenCalledOnce();
  });

  it('is undone for good', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.remove([uidAt(1), uidAt(2)]);
    actions.undo();
    expect(shown().notice).toBeNull();
    actions.forgetNotice();
    actions.leaveModels();
    await later();
    expect(removeModels).not.toHaveBeenCalled();
  });

  it('happens at once if another notice takes the place of its own, or the view is left', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.remove([uidAt(1)]);
    actions.leaveOut([uidAt(2)]);
    expect(removeModels.mock.calls).toEqual([[[uidAt(1)]]]);
    // That of what was left out takes back no removal.
    actions.undo();
    actions.remove([uidAt(3)]);
    actions.remove([uidAt(4)]);
    actions.leaveModels();
    expect(removeModels.mock.calls.slice(1)).toEqual([[[uidAt(3)]], [[uidAt(4)]]]);
    await later();
    expect(shown().notice).toBeNull();
  });

  it('is asked for once: a second press changes nothing, and Undo still brings the model back', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.remove([uidAt(1), uidAt(2)]);
    const { notice } = shown();
    actions.remove([uidAt(1)]);
    actions.remove([uidAt(2), uidAt(1)]);
    expect(shown().notice).toBe(notice);
    actions.undo();
    actions.leaveModels();
    expect(removeModels).not.toHaveBeenCalled();
  });

  it('runs at once only for those that are not asked for again with others', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.remove([uidAt(1), uidAt(2)]);
    actions.remove([uidAt(2), uidAt(3)]);
    expect(removeModels.mock.calls).toEqual([[[uidAt(1)]]]);
    expect(shown().notice).toMatchObject({ kind: 'removing', uids: [uidAt(2), uidAt(3)] });
    actions.undo();
    actions.leaveModels();
    expect(removeModels).toHaveBeenCalledOnce();
  });

  it('is cancelled for models that are then retried or left out, as that keeps them', async () => {
    const { list, actions, shown, removeModels } = view();
    await list('');
    actions.remove([uidAt(1), uidAt(2)]);
    actions.retry([uidAt(1)]);
    // No notice offers to undo what is done.
    expect(shown().notice).toBeNull();
    expect(removeModels.mock.calls).toEqual([[[uidAt(2)]]]);
    await later();
    expect(shown().notice).toMatchObject({ kind: 'retried', outcome: { queued: 1 } });
    actions.remove([uidAt(3)]);
    actions.leaveOut([uidAt(3)]);
    expect(shown().notice).toMatchObject({ kind: 'left-out', uids: [uidAt(3)] });
    actions.forgetNotice();
    actions.leaveModels();
    expect(removeModels).toHaveBeenCalledOnce();
  });

  describe('after a retry whose reply is slow', () => {
    async function slowRetry() {
      const rig = view();
      await rig.list('');
      let reply = () => {};
      const { retryModels } = rig;
      const outcome = await retryModels([uidAt(1)]);
      retryModels.mockImplementation(async () => {
        await new Promise<void>((resolve) => (reply = resolve));
        return outcome;
      });
      rig.actions.retry([uidAt(1)]);
      return {
        ...rig,
        reply: async () => {
          reply();
          await later();
        },
      };
    }

    it('can still be undone, and what came of the retry is told then', async () => {
      const { actions, shown, removeModels, reply } = await slowRetry();
      actions.remove([uidAt(2)]);
      await reply();
      expect(removeModels).not.toHaveBeenCalled();
      expect(shown().notice).toMatchObject({ kind: 'removing', uids: [uidAt(2)] });
      actions.undo();
      expect(shown().notice).toMatchObject({ kind: 'retried', outcome: { queued: 1 } });
      actions.forgetNotice();
      actions.leaveModels();
      expect(removeModels).not.toHaveBeenCalled();
      expect(shown().notice).toBeNull();
    });

    it('of the same model says nothing of a queue that the model is no longer in', async () => {
      const { actions, shown, removeModels, reply } = await slowRetry();
      actions.remove([uidAt(1)]);
      await reply();
      actions.forgetNotice();
      expect(removeModels.mock.calls).toEqual([[[uidAt(1)]]]);
      expect(shown().notice).toBeNull();
    });
  });

  it('keeps its notice while the list is read again after a failure, and the sheet stays open', async () => {
    const { list, actions, shown, worker, removeModels } = view();
    await list('');
    actions.followModel(uidAt(1));
    await later();
    actions.remove([uidAt(1)]);
    worker().onFailed('VersionError');
    actions.readAgain();
    await later();
    expect(shown().answer?.total).toBe(30);
    expect(shown().sheet?.uid).toBe(uidAt(1));
    expect(shown().notice).toMatchObject({ kind: 'removing', uids: [uidAt(1)] });
    expect(removeModels).not.toHaveBeenCalled();
    actions.undo();
    actions.leaveModels();
    expect(removeModels).not.toHaveBeenCalled();
  });
});
