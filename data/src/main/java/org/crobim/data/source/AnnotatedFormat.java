package org.crobim.data.source;

import java.nio.file.Path;
import org.crobim.core.error.InputException;
import org.crobim.data.annotated.AnnotatedSource;
import org.crobim.data.coco.CocoScenes;
import org.crobim.data.dior.DiorSource;
import org.crobim.data.dota.DotaSource;
import org.crobim.data.isaid.IsaidSource;
import org.crobim.data.vrsbench.VrsBenchSource;

/** A format of annotated images ({@code --source}). */
public enum AnnotatedFormat {
    /** One JSON file of instances: polygons, or run lengths, compressed or not. */
    COCO {
        @Override
        public AnnotatedSource open(Path images, Path annotations) {
            return CocoScenes.open(images, annotations);
        }
    },
    /** A folder labelTxt, oriented boxes. */
    DOTA {
        @Override
        public AnnotatedSource open(Path images, Path annotations) {
            return DotaSource.open(images, annotations);
        }
    },
    /** A folder or archive of VOC XML, upright or oriented boxes. */
    DIOR {
        @Override
        public AnnotatedSource open(Path images, Path annotations) {
            return DiorSource.open(images, annotations);
        }
    },
    /** A folder of instance pictures, pixels. */
    ISAID {
        @Override
        public AnnotatedSource open(Path images, Path annotations) {
            return IsaidSource.open(images, annotations);
        }
    },
    /** A folder of JSON files, one an image, oriented boxes. */
    VRSBENCH {
        @Override
        public AnnotatedSource open(Path images, Path annotations) {
            return VrsBenchSource.open(images, annotations);
        }
    };

    /**
     * Opens a data set of this format.
     *
     * @param images folder of the image files
     * @param annotations file or folder, as the format has it
     * @throws InputException if something is missing, with what to download and where it must lie
     */
    public abstract AnnotatedSource open(Path images, Path annotations);
}
