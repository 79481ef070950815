/* A second person signs in beside the one at the desk, in a form, for one act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-form.h"

G_BEGIN_DECLS

/* Does what they signed in for; cosigner is lent for this call. TRUE closes the form; FALSE with an
 * error shows why not; FALSE without one means that msk_form_finish() is called later. */
typedef gboolean (*MskBesideApply) (MskForm *form, const MskCosigner *cosigner, GError **error);

/* For a form's apply, which it answers FALSE: the fields rest while the key is derived, then apply
 * is called, unless the form was closed meanwhile. The passphrase is asked for anew at every
 * attempt. act: what their role has to allow. */
gboolean msk_beside_sign_in (MskForm *form,
                             GtkEditable *user,
                             GtkEditable *passphrase,
                             MskAct act,
                             MskBesideApply apply);

G_END_DECLS
