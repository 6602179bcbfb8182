#!/usr/bin/env bash
# Fetches weights of Inception v3 that began as ImageNet's: the TensorFlow.js model in the npm package nsfwjs 4.3.0 (MIT licence).
#   recipes/fetch-inception-weights.sh [FOLDER]      default: models/pretrained/inception_v3
# Needs npm, which has it from the registry that it is set to; on Windows, Git's bash runs this.
# Then: train --arch inception_v3_mixed6e --backbone FineTuned --weights FOLDER/model.json
set -euo pipefail

package=nsfwjs@4.3.0
sha256=4496790efc9bdc6f3e85a826a8e482c1fa1e9db4b3d18c095e98cc0c73cfb12f
folder=${1:-$(cd "$(dirname "$0")/.." && pwd)/models/pretrained/inception_v3}

if [ -e "$folder/model.json" ]; then
    echo "fetch: $folder/model.json is there already" >&2
    exit 0
fi
if [ -e "$folder" ]; then
    echo "fetch: $folder is there, but holds no model.json; name another folder" >&2
    exit 1
fi

mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX.tmp")
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "$package" >/dev/null
archive=$work/nsfwjs-4.3.0.tgz
echo "$sha256  $archive" | sha256sum --check --quiet
source=package/dist/models/inception_v3
tar -xzf "$archive" -C "$work" "$source" package/LICENSE

# Each file is a JavaScript module around one literal: an object here, strings of base64 below.
mkdir "$work/model"
sed -E -e 's/^.*\{[a-z]+\.exports=\{/{/I' -e 's/\},\{\}\]\},\{\},\[1\]\)\(1\)\}\);?$//' \
    -e 's/([{,])([A-Za-z_][A-Za-z0-9_]*):/\1"\2":/g' -e 's/!0/true/g' -e 's/!1/false/g' -e 's/([:,[]-?)\.([0-9])/\10.\2/g' \
    "$work/$source/model.min.js" >"$work/model/model.json"
for shard in 1 2 3 4 5 6; do
    sed -E -e 's/^.*\.exports="//' -e 's/".*$//' "$work/$source/group1-shard${shard}of6.min.js" \
        | base64 --decode >"$work/model/group1-shard${shard}of6"
done
cp "$work/package/LICENSE" "$work/model/LICENSE"

sha256sum --check --quiet - <<END
1b58c3b16be9f1280e5d2774a5687ba9cdcb6f1dfc9dbed48807cc3667a3fffc  $work/model/model.json
7a3a4c075cfcaa7f0b095f55b2ba54a288c2f770e504c8537394efda9545994b  $work/model/group1-shard1of6
8826da12bda0db9415aef0e6a8d1f178a0d950deab28c4e79b9da994748702a4  $work/model/group1-shard2of6
4557a96cf87ceb8df6c9647b647ac9843251a4455457cb40f35c02250a63e51c  $work/model/group1-shard3of6
399b99397ccd64351b59f04cdabe30000a15494c82f75c1e2ccb41c9b6338b7d  $work/model/group1-shard4of6
994515b0f73407d71740301e9877511b086609dbdc7ead1b31bcb82b3397ae74  $work/model/group1-shard5of6
cfb856c9d8fcefacca87b6063ed4949adf69f0372407d6edca8cec0c1694a28b  $work/model/group1-shard6of6
END
mv -T "$work/model" "$folder"
echo "fetch: $folder/model.json" >&2
